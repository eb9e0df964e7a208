# Sample dashboards.

sample_dashboards-title = Sample dashboards
sample_dashboards-lead = Dashboards to begin with: download one, then import it.
sample_dashboards-none = No sample dashboards yet
sample_dashboards-none_lead = They will stand here.
sample_dashboards-learn_more = Learn More
sample_dashboards-direct = Direct download
sample_dashboards-import = Download the file, then import it under Analytics > Import Dashboard.
sample_dashboards-back = All sample dashboards
sample_dashboards-unknown = There is no such sample dashboard.
    .next = Open Sample dashboards: it lists all of them.
sample_dashboards-bad_text = Title and summary must be there, and no text may be longer than { NUMBER($maximum) } characters.
    .next = Correct the texts, then send them again.
sample_dashboards-taken = There is a sample dashboard with such a title already, or as many as there can be.
    .next = Choose another title.
sample_dashboards-bad_file = The file must be JSON of at most { NUMBER($maximum) } bytes.
    .next = Export the dashboard anew, then send the file again.
sample_dashboards-cli_unreadable = { $file } cannot be read: { $why }
    .next = Check the path, and that you may read the file.
sample_dashboards-cli_added = { $title } is added; customers do not see it yet
sample_dashboards-cli_published = Customers see { $slug }
sample_dashboards-cli_hidden = Customers do not see { $slug }
audit-event_sample_dashboards_add = A sample dashboard was added
audit-event_sample_dashboards_publish = A sample dashboard was shown or hidden
