# The pages of the vendor’s staff.

issuer-customers = לקוחות
issuer-customers_lead = הארגונים שמחזיקים ברישיונות.
issuer-customer = לקוח
