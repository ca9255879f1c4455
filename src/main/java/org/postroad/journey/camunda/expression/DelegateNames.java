package org.postroad.journey.camunda.expression;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;

/** The beans that a diagram may name, as {@code ${sendEmail}}: the delegates, and no other bean of the context. */
public final class DelegateNames {

    private final ListableBeanFactory beans;
    private final Set<String> names;

    public DelegateNames(ListableBeanFactory beans) {
        this.beans = beans;
        this.names = new TreeSet<>(Set.of(beans.getBeanNamesForType(JavaDelegate.class, false, false)));
    }

    public boolean contains(String name) {
        return names.contains(name);
    }

    JavaDelegate get(String name) {
        return beans.getBean(name, JavaDelegate.class);
    }

    /** All names, for messages. */
    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
