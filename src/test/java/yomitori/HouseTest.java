package yomitori;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;

/** The rooms of the house and the order in which data walks through them. */
@AnalyzeClasses(packages = "yomitori", importOptions = DoNotIncludeTests.class)
class HouseTest {

  private static final List<String> ROOMS =
      List.of(
          "natives",
          "geometry",
          "form",
          "intake",
          "register",
          "mark",
          "text",
          "resolve",
          "record",
          "simulate",
          "desk",
          "review",
          "tally",
          "templates", // compiled from src/main/jte; nothing knows them but by their names
          "cli");

  @ArchTest
  static final ArchRule eachRoomDependsOnlyOnThoseBeforeIt =
      ArchRuleDefinition.classes()
          .that()
          .resideInAPackage("yomitori..")
          .should(dependOnlyOnEarlierRooms())
          .because("data flows one way through the rooms, in the order of design and README");

  @ArchTest
  static final ArchRule noCycles = slices().matching("yomitori.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nativeLibrariesStayInTheirRooms =
      ArchRuleDefinition.noClasses()
          .that(
              DescribedPredicate.not(
                  JavaClass.Predicates.resideInAnyPackage(
                      "yomitori.natives..",
                      "yomitori.register..",
                      "yomitori.mark..",
                      "yomitori.text..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.opencv..", "net.sourceforge.tess4j..", "com.sun.jna..", "ai.onnxruntime..")
          .because("native memory is released where it was made, behind types of ours");

  private static ArchCondition<JavaClass> dependOnlyOnEarlierRooms() {
    return new ArchCondition<>("depend only on rooms before its own") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        int own = room(from);
        if (own < 0) {
          events.add(SimpleConditionEvent.violated(from, from.getName() + " is in no room"));
        }
        from.getDirectDependenciesFromSelf().stream()
            .filter(d -> d.getTargetClass().getPackageName().startsWith("yomitori"))
            .filter(d -> room(d.getTargetClass()) > own)
            .forEach(d -> events.add(SimpleConditionEvent.violated(from, d.getDescription())));
      }
    };
  }

  private static int room(JavaClass c) {
    String[] parts = c.getPackageName().split("\\.", -1);
    return parts.length < 2 ? -1 : ROOMS.indexOf(parts[1]);
  }
}
