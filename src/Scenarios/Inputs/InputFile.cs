using System.Text;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Reads a file as text, refusing at the door what cannot be an input file.</summary>
public static class InputFile
{
    /// <summary>Largest file that is opened, bytes.</summary>
    public const long LargestBytes = 5_000_000;

    /// <summary>The text of a UTF-8 file; null, with the reason noted, if it cannot be had.</summary>
    public static string? Read(string path, Problems problems)
    {
        void Refuse(string en, string es, Bilingual? expected = null) => problems.Add(new InputProblem(Mark.Whole(path), "", null, new Bilingual(en, es), expected));
        try
        {
            if (Directory.Exists(path))
            {
                Refuse("es un directorio, no un archivo", "is a directory, not a file");
                return null;
            }
            if (!File.Exists(path))
            {
                Refuse("el archivo no existe", "no such file");
                return null;
            }
            var info = new FileInfo(path);
            if (info.Length > LargestBytes)
            {
                Refuse($"el archivo de {info.Length / 1e6:0.#} MB es demasiado grande", $"file of {info.Length / 1e6:0.#} MB is too large", new("como máximo 5 MB", "at most 5 MB"));
                return null;
            }
            return Decode(path, ReadAtMost(path), problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or System.Security.SecurityException)
        {
            Refuse("no se puede leer (permisos o dispositivo)", "cannot be read (permission or device)");
            return null;
        }
    }

    /// <summary>Reads no more than one byte past the limit: a pipe or device tells no length.</summary>
    private static byte[] ReadAtMost(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        int n;
        while (buffer.Length <= LargestBytes && (n = stream.Read(chunk)) > 0) buffer.Write(chunk, 0, n);
        return buffer.ToArray();
    }

    private static Bilingual WideEncoding { get; } = new("codificado en UTF-16 o UTF-32", "encoded as UTF-16 or UTF-32");

    /// <summary>The text of a file given as bytes; null, with the reason noted, if it is too large or not UTF-8.</summary>
    /// <param name="path">What to call it in messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="problems">Where the reason is noted.</param>
    public static string? Decode(string path, byte[] bytes, Problems problems)
    {
        if (bytes.LongLength > LargestBytes)
        {
            problems.Add(new InputProblem(Mark.Whole(path), "", null, new("el archivo es demasiado grande", "file is too large"), new("como máximo 5 MB", "at most 5 MB")));
            return null;
        }
        var utf8 = new Bilingual("un archivo UTF-8", "a UTF-8 file");
        if (bytes.Length >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            problems.Add(new InputProblem(Mark.Whole(path), "", null, WideEncoding, utf8));
            return null;
        }
        int start = bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        try
        {
            string text = new UTF8Encoding(false, true).GetString(bytes, start, bytes.Length - start);
            if (!text.Contains('\0')) return text;
            problems.Add(new InputProblem(Mark.Whole(path), "", null, WideEncoding, utf8));
            return null;
        }
        catch (DecoderFallbackException e)
        {
            int line = 1 + bytes.AsSpan(0, Math.Min(bytes.Length, start + Math.Max(e.Index, 0))).Count((byte)'\n');
            problems.Add(new InputProblem(new Mark(path, line, 1), "", null, new("bytes que no son texto UTF-8", "bytes that are not UTF-8 text"), utf8));
            return null;
        }
    }
}
