"""Writers: each takes a ReportDocument and gives the same document in another form."""
