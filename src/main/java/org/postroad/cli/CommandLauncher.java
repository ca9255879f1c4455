package org.postroad.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.postroad.rehearse.RehearsalApplication;
import org.postroad.rehearse.RehearsalCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands beside the server ({@code import}, {@code train}). Each is a Spring bean of its own package, annotated
 * with {@link Command}; it is found by that annotation. What a command line gets wrong is said before the application
 * starts, which takes its time.
 */
public final class CommandLauncher {

    /** The application without server, without time passing in the background, without chatter. */
    private static final String[] QUIETLY = {
        "--postroad.time.background=false",
        "--postroad.shop.enabled=false",
        "--camunda.bpm.job-execution.enabled=false",
        "--logging.level.root=warn",
        // Sorting all of history may take longer than anything that a server does.
        "--spring.datasource.hikari.data-source-properties.socketTimeout=0",
        // It takes the web server for granted.
        "--spring.autoconfigure.exclude="
                + "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
    };

    /** Not an exit code: the command line is right and asks for no help. */
    private static final int GO_ON = -1;

    private CommandLauncher() {}

    public static boolean startsServer(String... args) {
        return args.length == 0 || args[0].matches("--[a-z][\\w.-]*\\.[\\w.\\[\\]-]+(=.*)?");
    }

    /**
     * Runs the command that the first argument names.
     *
     * @param application where commands are looked for, at and below its package, and what is started to run one
     * @return the exit code of the process
     */
    public static int run(Class<?> application, String... args) {
        Map<String, Class<?>> commands = commands(application);
        CommandLine all = overview(commands);
        Class<?> command = commands.get(args[0]);
        if (command == null) {
            return all.execute(args);
        }
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        int checked = withHelp(new CommandLine(withoutConstructor(command)))
                .setExecutionStrategy(CommandLauncher::helpOrContinue)
                .execute(rest);
        return checked == GO_ON ? runInApplication(application, command, args[0], rest) : checked;
    }

    private static int helpOrContinue(CommandLine.ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        return help == null ? GO_ON : help;
    }

    private static CommandLine withHelp(CommandLine line) {
        if (!line.getCommandSpec().mixinStandardHelpOptions()) {
            line.getCommandSpec().mixinStandardHelpOptions(true);
        }
        return line;
    }

    private static int runInApplication(Class<?> application, Class<?> command, String name, String... args) {
        RehearsalCommand stage = command.getAnnotation(RehearsalCommand.class);
        if (stage != null) {
            try (RehearsalApplication rehearsalApplication =
                    RehearsalApplication.open(application, stage.models(), "postroad.command=" + name)) {
                return execute(command, rehearsalApplication.context(), args);
            }
        }
        SpringApplication quiet = new SpringApplication(application);
        quiet.setWebApplicationType(WebApplicationType.NONE);
        quiet.setLogStartupInfo(false);
        String[] settings = Arrays.copyOf(QUIETLY, QUIETLY.length + 1);
        settings[QUIETLY.length] = "--postroad.command=" + name;
        try (ConfigurableApplicationContext context = quiet.run(settings)) {
            return execute(command, context, args);
        }
    }

    private static int execute(Class<?> command, ConfigurableApplicationContext context, String... args) {
        CommandLine.IFactory beans = context.getBean(CommandLine.IFactory.class);
        return withHelp(new CommandLine(context.getBean(command), beans)).execute(args);
    }

    /** All commands by name, without starting anything. */
    private static Map<String, Class<?>> commands(Class<?> application) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setEnvironment(rehearsalEnvironment());
        scanner.addIncludeFilter(new AnnotationTypeFilter(Command.class));
        Map<String, Class<?>> commands = new TreeMap<>();
        scanner.findCandidateComponents(application.getPackageName()).forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            commands.put(type.getAnnotation(Command.class).name(), type);
        });
        commands.remove(Overview.NAME);
        return commands;
    }

    /** Commands of rehearsals exist in rehearsals only, and are to be found all the same. */
    private static Environment rehearsalEnvironment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("commands", Map.of("postroad.time.rehearsal", true)));
        return environment;
    }

    /** The commands as {@code --help} shows them. */
    private static CommandLine overview(Map<String, Class<?>> commands) {
        CommandLine all = new CommandLine(new Overview());
        commands.forEach((name, type) -> all.addSubcommand(name, withoutConstructor(type)));
        all.setParameterExceptionHandler((mistake, args) -> {
            PrintWriter err = mistake.getCommandLine().getErr();
            err.println("There is no command \"" + args[0] + "\". There are: "
                    + String.join(", ", List.copyOf(commands.keySet())) + ". Without a command the server starts;"
                    + " --help tells more.");
            return CommandLine.ExitCode.USAGE;
        });
        return all;
    }

    /** An instance that can be parsed into but not run: its constructor, which wants the application, is not called. */
    private static Object withoutConstructor(Class<?> command) {
        return new SpringObjenesis().newInstance(command);
    }

    /** What there is. */
    @Command(
            name = Overview.NAME,
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            synopsisHeading = "Usage: ",
            customSynopsis = "java -jar postroad.jar [COMMAND]",
            description = {
                "%nPostroad, a self-hosted journey orchestrator for personalised e-mail.",
                "Without a command the server starts.%n"
            },
            commandListHeading = "%nCommands (each with --help):%n")
    private static final class Overview implements Callable<Integer> {

        static final String NAME = "postroad";

        @Override
        public Integer call() {
            return CommandLine.ExitCode.USAGE;
        }
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLauncher.class.getPackage().getImplementationVersion();
            return new String[] {"Postroad " + (version == null ? "(development)" : version)};
        }
    }
}
