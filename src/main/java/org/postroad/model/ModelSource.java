package org.postroad.model;

/** A bean that has learned something, and says what. Every model has one. */
public interface ModelSource {

    /** The model as it is now. Cheap enough for each view of a page. */
    ModelReport report();
}
