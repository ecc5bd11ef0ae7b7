/** Whether the topics are set as they are written down in deploy/kafka/topicos.csv. */
@NullMarked
package co.satccf.stream.topicos;

import org.jspecify.annotations.NullMarked;
