package org.postroad.startup;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.postroad.security.AccessSettings;
import org.postroad.security.ApplicationKeys;
import org.postroad.security.EngineUsers;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ensures, before the web port opens, that there is an administrator and an application key. There is no default password.
 * Generated secrets stay in memory until {@link StartupMessage} has shown them.
 */
@Component
@ConditionalOnWebApplication
class AccessInitializer implements SmartInitializingSingleton {

    static final String KEY_NAME = "default";

    private static final int PASSWORD_BYTES = 15;

    /** The advisory lock for nodes that start at the same time; an arbitrary number. */
    private static final long LOCK = 7_678_623_001L;

    private final EngineUsers users;
    private final ApplicationKeys keys;
    private final AccessSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private GeneratedSecrets generatedSecrets = new GeneratedSecrets(null, null);

    AccessInitializer(
            EngineUsers users,
            ApplicationKeys keys,
            AccessSettings settings,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.users = users;
        this.keys = keys;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
            users.ensureGroups();
            generatedSecrets = new GeneratedSecrets(ensureAdmin(), ensureKey());
        });
    }

    private @Nullable String ensureAdmin() {
        String configured = settings.adminPassword();
        if (configured != null) {
            users.ensureAdmin(configured);
            return null;
        }
        if (!users.isEmpty()) {
            return null;
        }
        String password = randomPassword();
        users.ensureAdmin(password);
        return password;
    }

    private @Nullable String ensureKey() {
        String configured = settings.apiKey();
        if (configured != null) {
            keys.set(KEY_NAME, configured);
            return null;
        }
        return keys.isEmpty() ? keys.create(KEY_NAME) : null;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the secrets generated at this start and forgets them. */
    GeneratedSecrets takeGeneratedSecrets() {
        GeneratedSecrets shown = generatedSecrets;
        generatedSecrets = new GeneratedSecrets(null, null);
        return shown;
    }

    /** The secrets generated at this start; null if they were configured or had existed before. */
    record GeneratedSecrets(
            @Nullable String password, @Nullable String apiKey) {
        @Override
        public String toString() {
            return "GeneratedSecrets";
        }
    }
}
