package org.postroad.shop.behaviour;

/** The people's browser and mail program. */
public interface Browser {

    /** Where this server's links begin, without a slash at the end. */
    String ownUrl();

    void get(String address);

    /** As a mail program does for its unsubscribe button (RFC 8058). */
    void postOneClick(String address);
}
