-- Where the event of a version stands in its sender's trace (W3C Trace Context), so that the call to SAT stands there,
-- too, however much later. Nothing where the ERP sends none.
alter table cuerpo add column traceparent text;
