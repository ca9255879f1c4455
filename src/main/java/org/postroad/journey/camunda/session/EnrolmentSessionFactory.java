package org.postroad.journey.camunda.session;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Opens an {@link EnrolmentSession} for each command that asks for one. */
public final class EnrolmentSessionFactory implements SessionFactory {

    private final ObjectProvider<SessionDependencies> dependencies;

    public EnrolmentSessionFactory(ObjectProvider<SessionDependencies> dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public Class<?> getSessionType() {
        return EnrolmentSession.class;
    }

    @Override
    public Session openSession() {
        return new EnrolmentSession(dependencies.getObject());
    }
}
