# Downloads: versions of the platform.

downloads-title = Download
downloads-lead = Versions of the platform that your licenses open, the latest first.
downloads-none = Nothing to download
downloads-none_lead = A license in force opens the downloads. Write to us if you expected something here.
downloads-closed =
    { $count ->
        [one] One version is there that your licenses do not open
       *[other] { NUMBER($count) } versions are there that your licenses do not open
    }
downloads-version = Version { $version }
downloads-latest = Latest
downloads-sha256 = SHA-256:
downloads-get = Download
downloads-signature = Signature
downloads-bytes = { NUMBER($count) } bytes
downloads-kilobytes = { NUMBER($count) } kB
downloads-megabytes = { NUMBER($count) } MB
downloads-check = Check what you downloaded
downloads-check_lead = The checksum shows that the file arrived whole, the signature that it comes from us.
downloads-public_key = Our public key
downloads-unknown = There is no such release or file for you.
    .next = Open Download: it lists what your licenses open.
    .host = `seatwarden license releases list` lists all releases.
downloads-bad_version = A version has 1 to { NUMBER($maximum) } letters, digits and -_.+ characters.
    .next = Name it like 2026.4.1.
downloads-version_taken = There is such a version already.
    .next = Give it another number.
downloads-bad_notes = The notes are longer than { NUMBER($maximum) } characters.
    .next = Shorten them.
downloads-bad_file = The name of a file has 1 to { NUMBER($maximum) } letters, digits and -_.+ characters.
    .next = Rename the file, then send it again.
downloads-file_taken = The release has such a file already, or as many as there can be.
    .next = Give the file another name, or make another release.
downloads-not_ready = The release is in no state for this.
    .next = Files are added to drafts; a draft with a file is published; what is published is withdrawn.
audit-event_downloads_create = A release was drafted
audit-event_downloads_add_file = A file was added to a release
audit-event_downloads_publish = A release was published
audit-event_downloads_withdraw = A release was withdrawn
downloads-too_large = The file is larger than this server takes ({ $megabytes } MB).
    .next = Divide it, or have license_server.release_file_bytes_max raised. Nothing of it was kept.
downloads-disk_full = The disk of the server has no space left for this file.
    .next = Make space in the folder of downloads, then send the file again. Nothing of it was kept.
downloads-unreadable = { $file } cannot be read: { $why }
    .next = Check the path, and that you may read the file.
downloads-damaged = { $file } on the disk is not the file that was added.
    .next = Withdraw the release, and find out who changed the folder of downloads.
downloads-cli_signed = The files of { $version } are signed anew
downloads-cli_published = { $version } is published
downloads-cli_withdrawn = { $version } is withdrawn
audit-event_downloads_sign_again = The files of a release were signed anew
audit-event_downloads_download = A file of a release was downloaded
audit-event_downloads_download_signature = The signature of a file was downloaded
