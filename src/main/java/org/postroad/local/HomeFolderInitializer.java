package org.postroad.local;

import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Locks the home folder before anything else starts, so that a second server fails at once. The folder is closed last of
 * all beans, after PostgreSQL has stopped. Commands need not own it: they join the running PostgreSQL.
 */
final class HomeFolderInitializer implements ApplicationContextInitializer<GenericApplicationContext>, Ordered {

    @Override
    public void initialize(GenericApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (LocalMode.isOn(environment)) {
            HomeFolder homeFolder = HomeFolder.open(Path.of(environment.getProperty("postroad.home", ".postroad")));
            if (!environment.containsProperty("postroad.command")) {
                homeFolder.requireOwnership();
            }
            DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
            beans.registerSingleton("home", homeFolder);
            beans.registerDisposableBean("home", homeFolder::close);
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
