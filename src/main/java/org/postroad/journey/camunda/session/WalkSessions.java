package org.postroad.journey.camunda.session;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Opens a {@link WalkSession} for each command that touches a walk. */
public final class WalkSessions implements SessionFactory {

    private final ObjectProvider<Walks> walks;

    public WalkSessions(ObjectProvider<Walks> walks) {
        this.walks = walks;
    }

    @Override
    public Class<?> getSessionType() {
        return WalkSession.class;
    }

    @Override
    public Session openSession() {
        return new WalkSession(walks.getObject());
    }
}
