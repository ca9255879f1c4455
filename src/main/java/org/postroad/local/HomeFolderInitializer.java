package org.postroad.local;

import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Opens the home before anything else happens, so that a second server refuses at once and not after half a start. The
 * home closes last of all beans: PostgreSQL has stopped by then.
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
