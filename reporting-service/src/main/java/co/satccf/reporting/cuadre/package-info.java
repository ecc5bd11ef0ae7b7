/** Whether what this service counts is what the family services count (rule 15). */
@NullMarked
package co.satccf.reporting.cuadre;

import org.jspecify.annotations.NullMarked;
