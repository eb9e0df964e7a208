# What the demo prints.

demo-ready = Seatwarden is ready at { $url }
demo-tls = With TLS (self-signed): { $url }
demo-inbox = All mails land in { $url }
demo-users = Sign in as one of these:
demo-stop = Press Ctrl-C to stop.
demo-vendor = The license server is ready: the portal of its customers at { $url }/portal, the pages of the issuer at { $url }/issuer
demo-roots = Its root keys, for `SEATWARDEN_LICENSE__ROOTS_FILE` of another installation: { $path }
demo-portal = License account
demo-issuer = Issuer
demo-issuer_second = Approver
demo-trial = The Online Trial is at { $url }
demo-offline = Installation without a network, activated by a file: { $url }
