# The command line.

cli-about = Keeps the accounts and the licenses of an analytics platform
cli-serve = Run the server
cli-demo = Run a filled installation to look around in; nothing is left behind
cli-rescue = Make a one-time link with which the Sys. Admin chooses a new password
cli-audit = Work with the audit trail
cli-audit_verify = Prove that no audit event was altered or removed
cli-config = Work with the configuration
cli-config_print = Print every option with its value, its origin and what it means
cli-config_check = Say what is wrong with the configuration
cli-config_good = The configuration is good
cli-config_file = Configuration file [default: seatwarden.toml in the data directory]
cli-data_dir = Data directory
cli-address = Address to listen on
cli-public_url = Address that people reach the server at; links in mails begin with it
cli-demo_address = Address to listen on; port 0 takes a free one
cli-demo_data_dir = Keep everything in this directory instead of a temporary one
cli-demo_ready_file = Write addresses and credentials to this file, as JSON, when all is ready
cli-demo_tls = Listen with a self-signed certificate as well
cli-demo_users = Make this many more users without a password
cli-demo_postgres = Use this PostgreSQL database instead of SQLite
cli-setup_lead = This installation has no Sys. Admin yet. Open { $url } and give this set-up secret:
cli-setup_secret = {"    "}{ $secret }
cli-fault = { $doing } failed: { $cause }
