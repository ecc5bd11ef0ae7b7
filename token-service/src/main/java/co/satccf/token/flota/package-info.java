/** What all replicas share: the rows in PostgreSQL, on the database's clock (rule 17). */
@NullMarked
package co.satccf.token.flota;

import org.jspecify.annotations.NullMarked;
