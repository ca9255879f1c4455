package org.postroad.journey.camunda.session;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Opens a {@link EnrolmentSession} for each command that touches a walk. */
public final class EnrolmentSessionFactory implements SessionFactory {

    private final ObjectProvider<SessionDependencies> walks;

    public EnrolmentSessionFactory(ObjectProvider<SessionDependencies> walks) {
        this.walks = walks;
    }

    @Override
    public Class<?> getSessionType() {
        return EnrolmentSession.class;
    }

    @Override
    public Session openSession() {
        return new EnrolmentSession(walks.getObject());
    }
}
