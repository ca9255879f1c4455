package org.postroad.decide.dmn;

import org.jspecify.annotations.Nullable;
import org.postroad.decide.Outlook;

/** The outlook of a customer of whom nothing was learned. */
class NothingLearned implements Outlook {

    static final Outlook OF_ANYBODY = new NothingLearned();

    @Override
    public @Nullable Double churnRisk() {
        return null;
    }

    @Override
    public @Nullable Double lifetimeValue() {
        return null;
    }

    @Override
    public String segment() {
        return "all";
    }

    @Override
    public boolean isIn(String segment) {
        return false;
    }

    @Override
    public boolean isLike(String segment) {
        return false;
    }
}
