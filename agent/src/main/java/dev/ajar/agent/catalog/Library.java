package dev.ajar.agent.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules of one library.
 *
 * @param name as the option {@code libraries} takes it, such as {@code apache-httpclient-5}
 * @param rules one for each type of resource
 */
public record Library(String name, List<Rule> rules) {

  static Library of(String name, Rule... rules) {
    return new Library(name, List.of(rules));
  }

  /** The rules' points in one class, given with slashes, each with its rule. */
  public List<Rule.Pointed> pointsIn(String internalName) {
    List<Rule.Pointed> points = new ArrayList<>();
    for (Rule rule : rules) {
      for (Point point : rule.points()) {
        if (Wildcard.matches(point.className(), internalName, 0)) {
          points.add(new Rule.Pointed(rule, point));
        }
      }
    }
    return points;
  }
}
