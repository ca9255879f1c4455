/**
 * Evaluates gradient-boosted trees that XGBoost saved as JSON, in plain Java, and explains predictions with TreeSHAP. Start
 * at {@link org.postroad.decide.tree.TreeEnsemble}.
 */
@NullMarked
@NamedInterface("tree")
package org.postroad.decide.tree;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
