/** What is published of the contracts: JSON Schemas for ERP teams and tables for people. */
@NullMarked
package co.satccf.model.esquema;

import org.jspecify.annotations.NullMarked;
