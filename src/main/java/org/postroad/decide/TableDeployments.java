package org.postroad.decide;

/** Says when decision tables have to be looked up again. Implemented where they are deployed. */
public interface TableDeployments {

    /** Another number after each deployment or deletion on this node. */
    long count();
}
