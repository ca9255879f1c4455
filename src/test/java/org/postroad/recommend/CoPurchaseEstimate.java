package org.postroad.recommend;

import org.springframework.beans.factory.BeanFactory;

/** For tests that need the estimate of what people buy together to be of one moment on all nodes. */
public final class CoPurchaseEstimate {

    private CoPurchaseEstimate() {}

    public static void renew(BeanFactory node) {
        node.getBean(CoPurchases.class).refresh();
    }
}
