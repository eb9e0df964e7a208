# Sample dashboards.

sample_dashboards-title = Tableaux de bord d’exemple
sample_dashboards-lead = Des tableaux de bord pour commencer : téléchargez, puis importez.
sample_dashboards-none = Pas encore de tableaux d’exemple
sample_dashboards-none_lead = Ils figureront ici.
sample_dashboards-learn_more = En savoir plus
sample_dashboards-direct = Téléchargement direct
sample_dashboards-import = Téléchargez le fichier, puis importez-le sous Analytics > Import Dashboard.
sample_dashboards-back = Tous les tableaux d’exemple
sample_dashboards-unknown = Ce tableau d’exemple n’existe pas.
    .next = Ouvrez Tableaux de bord d’exemple : ils y sont tous.
sample_dashboards-bad_text = Titre et résumé sont requis, et aucun texte ne dépasse { NUMBER($maximum) } caractères.
    .next = Corrigez les textes, puis renvoyez-les.
sample_dashboards-taken = Un tableau d’exemple porte déjà ce titre, ou il y en a autant que possible.
    .next = Choisissez un autre titre.
sample_dashboards-bad_file = Le fichier doit être du JSON d’au plus { NUMBER($maximum) } octets.
    .next = Exportez à nouveau le tableau, puis renvoyez le fichier.
sample_dashboards-cli_unreadable = { $file } est illisible : { $why }
    .next = Vérifiez le chemin et que vous pouvez lire le fichier.
sample_dashboards-cli_added = { $title } est ajouté ; les clients ne le voient pas encore
sample_dashboards-cli_published = Les clients voient { $slug }
sample_dashboards-cli_hidden = Les clients ne voient pas { $slug }
audit-event_sample_dashboards_add = Un tableau d’exemple a été ajouté
audit-event_sample_dashboards_publish = Un tableau d’exemple a été affiché ou masqué
