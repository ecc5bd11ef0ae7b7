-- The entries of one kind of fact, in a long audit.
create index auditoria_por_hecho on auditoria (que, id);
