# The pages of the vendor’s staff.

issuer-customers = Clientes
issuer-customers_lead = Las organizaciones que tienen licencias.
issuer-customer = Cliente
