using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

/// <summary>
/// Calls NationECCode from C#: Caller.exe URL &lt; request.json, with NationECCode.dll beside it.
/// Build it for the bitness of the DLL (PlatformTarget x86 for a 32-bit one), not for "Any CPU".
/// </summary>
internal static class Caller
{
    /// <summary>900K in bytes (chapter 3.2). Always this large: the function has no length argument and writes up to that much.</summary>
    private const int OutBytes = 900 * 1024;

    // byte[] instead of string or StringBuilder, which .NET would convert by the system's code page (GBK); the texts are UTF-8 (chapter 2.1).
    // IntPtr instead of string for the result: .NET would free a returned string, which belongs to the library.
    [DllImport("NationECCode", CallingConvention = CallingConvention.StdCall, ExactSpelling = true)]
    private static extern IntPtr NationEcTrans(byte[] strUrl, byte[] inData, [In, Out] byte[] outData);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + "\0");

    private static string Text(byte[] bytes)
    {
        int end = Array.IndexOf(bytes, (byte)0);
        return Encoding.UTF8.GetString(bytes, 0, end < 0 ? bytes.Length : end);
    }

    private static string Text(IntPtr text)
    {
        if (text == IntPtr.Zero) return "";
        int length = 0;
        while (Marshal.ReadByte(text, length) != 0) length++;
        var bytes = new byte[length];
        Marshal.Copy(text, bytes, 0, length);
        return Encoding.UTF8.GetString(bytes);
    }

    private static int Main(string[] arguments)
    {
        string request = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false)).ReadToEnd();
        var outData = new byte[OutBytes];
        string returned = Text(NationEcTrans(Text(arguments[0]), Text(request), outData));
        Console.Error.WriteLine(returned);
        byte[] answer = Encoding.UTF8.GetBytes(Text(outData));
        Console.OpenStandardOutput().Write(answer, 0, answer.Length);
        return returned == "0000" ? 0 : 1;
    }
}
