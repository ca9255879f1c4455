package org.postroad.recommend;

import org.springframework.beans.factory.BeanFactory;

/** For tests that need the estimates of what people buy to be of one moment on all nodes. */
public final class CoPurchaseEstimate {

    private CoPurchaseEstimate() {}

    public static void renew(BeanFactory node) {
        node.getBean(CoPurchases.class).refresh();
        node.getBean(ProductModels.class).refresh();
    }
}
