package org.postroad.decide.sendtime;

import org.springframework.beans.factory.BeanFactory;

/** For tests that need the estimate of when people read to be of one moment on all nodes. */
public final class PopulationEstimate {

    private PopulationEstimate() {}

    public static void renew(BeanFactory node) {
        node.getBean(PopulationSendTimes.class).refresh();
    }
}
