# The pages of the vendor’s staff.

issuer-customers = Customers
issuer-customers_lead = The organisations that hold licenses.
issuer-customer = Customer
