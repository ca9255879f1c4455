package org.postroad.decide.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Reads a model that {@code Booster.saveModel("….json")} wrote (XGBoost documentation, "Introduction to Model IO"; tested
 * with 3.0.4): booster {@code gbtree}, numerical splits, one output, objective {@code binary:logistic} or {@code
 * reg:squarederror}. Everything else is refused with a reason, since it would be evaluated wrongly.
 */
final class XgboostJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOGISTIC = "binary:logistic";
    private static final List<String> OBJECTIVES = List.of(LOGISTIC, "reg:squarederror");

    /** How messages name a model that was never in a file. */
    private static final Path IN_MEMORY = Path.of("(in memory)");

    private final Path file;
    private final JsonNode learner;

    private XgboostJson(Path file, JsonNode learner) {
        this.file = file;
        this.learner = learner;
    }

    static TreeEnsemble read(Path file) {
        JsonNode root;
        try {
            root = JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new ModelRefused("The model file %s cannot be read: %s".formatted(file, firstLine(e)));
        }
        return new XgboostJson(file, root.path("learner")).ensemble();
    }

    static TreeEnsemble parse(byte[] json) {
        try {
            return new XgboostJson(IN_MEMORY, JSON.readTree(json).path("learner")).ensemble();
        } catch (IOException e) {
            throw new ModelRefused("The trained model cannot be read: " + firstLine(e));
        }
    }

    private TreeEnsemble ensemble() {
        String objective = learner.path("objective").path("name").asText();
        require(OBJECTIVES.contains(objective), "its objective is '" + objective + "', not one of " + OBJECTIVES);
        String booster = learner.path("gradient_booster").path("name").asText();
        require(booster.equals("gbtree"), "its booster is '" + booster + "', not 'gbtree'");
        JsonNode parameters = learner.path("learner_model_param");
        require(parameters.path("num_class").asInt() <= 1, "it predicts several classes");
        require(parameters.path("num_target").asInt(1) == 1, "it predicts several targets");
        boolean logistic = objective.equals(LOGISTIC);
        return new TreeEnsemble(
                texts(learner.path("feature_names")),
                trees(parameters.path("num_feature").asInt()),
                baseMargin(parameters.path("base_score").asText(), logistic),
                logistic);
    }

    /** The file has it on the scale of the prediction: "5E-1"; later versions write a list of one, "[5E-1]". */
    private double baseMargin(String baseScore, boolean logistic) {
        try {
            double base = Float.parseFloat(baseScore.replaceAll("[\\[\\]]", ""));
            return logistic ? -Math.log(1 / base - 1) : base;
        } catch (NumberFormatException e) {
            throw refused("its base_score '" + baseScore + "' is not a number");
        }
    }

    private List<RegressionTree> trees(int columns) {
        JsonNode nodes = learner.path("gradient_booster").path("model").path("trees");
        require(nodes.isArray(), "it has no trees");
        List<RegressionTree> trees = new ArrayList<>();
        for (JsonNode node : nodes) {
            trees.add(tree(node, columns));
        }
        return trees;
    }

    private RegressionTree tree(JsonNode node, int columns) {
        require(node.path("categories_nodes").isEmpty(), "it splits on categories, not only on numbers");
        RegressionTree tree = new RegressionTree(
                ints(node, "split_indices"),
                floats(node, "split_conditions"),
                ints(node, "left_children"),
                ints(node, "right_children"),
                flags(node, "default_left"),
                floats(node, "sum_hessian"));
        require(TreeCheck.isSound(tree, columns), "tree " + node.path("id") + " is damaged");
        return tree;
    }

    private static int[] ints(JsonNode tree, String name) {
        return values(tree, name).stream().mapToInt(JsonNode::intValue).toArray();
    }

    private static float[] floats(JsonNode tree, String name) {
        List<JsonNode> values = values(tree, name);
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return floats;
    }

    private static boolean[] flags(JsonNode tree, String name) {
        List<JsonNode> values = values(tree, name);
        boolean[] flags = new boolean[values.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = values.get(i).asBoolean();
        }
        return flags;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<JsonNode> values(JsonNode tree, String name) {
        List<JsonNode> values = new ArrayList<>();
        tree.path(name).forEach(values::add);
        return values;
    }

    private void require(boolean condition, String fault) {
        if (!condition) {
            throw refused(fault);
        }
    }

    private ModelRefused refused(String why) {
        return new ModelRefused(
                "The model file %s cannot be used: %s. Train it again with the train command.".formatted(file, why));
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
