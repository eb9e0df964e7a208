# The pages of the vendor’s staff.

issuer-customers = Kunden
issuer-customers_lead = Die Organisationen, die Lizenzen haben.
issuer-customer = Kunde
