package yomitori.natives;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A neural net that comes with the program, run by ONNX Runtime on one core: pages are read side by
 * side, one to a core. Thread-safe.
 */
public final class OnnxNet {

  private final String name;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxNet(String name, OrtEnvironment environment, OrtSession session) {
    this.name = name;
    this.environment = environment;
    this.session = session;
  }

  /**
   * One input.
   *
   * @param name as the net calls it
   * @param values from the buffer's beginning to its limit
   * @param shape lengths of the dimensions, the slowest first; their product is the number of
   *     values
   */
  public record Input(String name, FloatBuffer values, List<Integer> shape) {

    /** Copies the shape. */
    public Input {
      shape = List.copyOf(shape);
    }
  }

  /**
   * Loads a net from a resource.
   *
   * @param beside the class beside which the resource lies
   * @throws UncheckedIOException if ONNX Runtime cannot be unpacked
   * @throws UnsatisfiedLinkError if it has no library for this machine
   */
  public static OnnxNet load(Class<?> beside, String resource) {
    OnnxLibraries.unpack(
        OrtEnvironment.class.getClassLoader(),
        String.valueOf(OrtEnvironment.class.getPackage().getImplementationVersion()));
    try (InputStream in = beside.getResourceAsStream(resource);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      if (in == null) {
        throw new IllegalStateException(
            "the program is incomplete: its model " + resource + " is missing; build it anew");
      }
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return new OnnxNet(
          resource, environment, environment.createSession(in.readAllBytes(), options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException("the model " + resource + " cannot be loaded", e);
    }
  }

  /** The net's first output, its last dimension the fastest. */
  public float[] run(List<Input> inputs) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (Input input : inputs) {
        long[] shape = input.shape.stream().mapToLong(Integer::longValue).toArray();
        tensors.put(input.name, OnnxTensor.createTensor(environment, input.values.rewind(), shape));
      }
      try (OrtSession.Result result = session.run(tensors)) {
        FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] out = new float[values.remaining()];
        values.get(out);
        return out;
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the model " + name + " failed", e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }
}
