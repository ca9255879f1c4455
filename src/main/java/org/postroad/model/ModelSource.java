package org.postroad.model;

/** A bean that has learned something, and says what. Every model has one. */
public interface ModelSource {

    /** The model's id in addresses, and for {@link ModelSwitch}. */
    String name();

    /** The model as it is now, as if nobody had stopped it. May cost a query. */
    ModelReport report();
}
