package org.postroad.evaluate;

/**
 * One line of the evaluation: a protocol, run on data that its model has not seen. A Spring bean of rehearsals. The same data
 * give the same figure: seeds are fixed. Nothing is tuned on what is measured here.
 */
public interface Evaluation {

    /** Such as {@code cdnow-fit}; how the command and the report name it. */
    String id();

    /**
     * Runs the protocol.
     *
     * @throws MissingData if the folder lacks a file that the protocol reads; the line is reported as skipped then
     */
    Finding run(EvaluationData data);
}
