import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary;
import java.nio.charset.StandardCharsets;

/**
 * Calls NationECCode from Java through JNA: {@code java -cp jna.jar:. Caller LIBRARY URL < request.json}.
 *
 * <p>The JVM must have the bitness of the library: a 32-bit DLL needs a 32-bit JVM.
 */
public final class Caller {
  /** 900K in bytes (chapter 3.2). Always this large: the function has no length argument and writes up to that much. */
  private static final int OUT_BYTES = 900 * 1024;

  public interface NationEcCode extends Library {
    /** Pointers instead of String: JNA would convert by the platform's charset, and the texts are UTF-8 (chapter 2.1). */
    Pointer NationEcTrans(Pointer strUrl, Pointer inData, Pointer outData);
  }

  /** On 32-bit Windows the DLL is stdcall; elsewhere the two are the same. */
  public interface WindowsNationEcCode extends NationEcCode, StdCallLibrary {}

  private static Memory text(byte[] bytes) {
    Memory memory = new Memory(bytes.length + 1L);
    memory.write(0, bytes, 0, bytes.length);
    memory.setByte(bytes.length, (byte) 0);
    return memory;
  }

  public static void main(String[] arguments) throws Exception {
    Class<? extends NationEcCode> convention = Platform.isWindows() ? WindowsNationEcCode.class : NationEcCode.class;
    NationEcCode library = Native.load(arguments[0], convention);
    // Held in variables until the call is over: JNA frees the memory with the object.
    Memory url = text(arguments[1].getBytes(StandardCharsets.UTF_8));
    Memory in = text(System.in.readAllBytes());
    Memory out = new Memory(OUT_BYTES);
    out.clear();
    Pointer returned = library.NationEcTrans(url, in, out);
    // The returned text belongs to the library: never free it.
    String result = returned == null ? "" : returned.getString(0, "UTF-8");
    System.err.println(result);
    System.out.write(out.getString(0, "UTF-8").getBytes(StandardCharsets.UTF_8));
    System.out.flush();
    System.exit(result.equals("0000") ? 0 : 1);
  }
}
