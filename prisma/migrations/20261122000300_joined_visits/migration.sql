-- An agency's list asks for the few visits it joined: without an index of those alone it reads all that it leads as well.
CREATE INDEX filing_agency_joined ON filing_agency (agency_code) WHERE NOT is_lead;
