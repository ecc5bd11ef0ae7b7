-- The entries of one kind of fact, and of one person, in a long audit.
create index auditoria_por_hecho on auditoria (que, id);
create index auditoria_por_quien on auditoria (quien, id);
