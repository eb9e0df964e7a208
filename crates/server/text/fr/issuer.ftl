# The pages of the vendor’s staff.

issuer-customers = Clients
issuer-customers_lead = Les organisations qui détiennent des licences.
issuer-customer = Client
