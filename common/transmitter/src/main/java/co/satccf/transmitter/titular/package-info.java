/** What is held about one person, for the answer the law owes to him or her. */
@NullMarked
package co.satccf.transmitter.titular;

import org.jspecify.annotations.NullMarked;
