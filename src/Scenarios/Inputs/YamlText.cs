using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Writes nodes as YAML that <see cref="YamlTree"/> reads back as the same nodes.</summary>
public static class YamlText
{
    private const int LineWidth = 110;

    /// <summary>The text of a tree; lists of plain values stand in one line.</summary>
    public static string Of(InputNode root)
    {
        var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings().WithBestWidth(LineWidth).WithIndentedSequences());
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    /// <summary>A word between double quotes, for files that are written line by line: breaks and tabs are escaped, other control characters become spaces.</summary>
    public static string Quoted(string text) => '"' + string.Concat(text.Select(c => c switch { '"' => "\\\"", '\\' => @"\\", '\n' => "\\n", '\t' => "\\t", _ when char.IsControl(c) => " ", _ => c.ToString() })) + '"';

    private static void Write(Emitter emitter, InputNode node)
    {
        switch (node)
        {
            case ScalarNode scalar:
                emitter.Emit(Scalar(scalar.Value));
                break;
            case ListNode list:
                bool flat = list.Items.All(i => i is ScalarNode);
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, flat ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (InputNode item in list.Items) Write(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            case MapNode map:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, map.Entries.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (MapEntry entry in map.Entries)
                {
                    emitter.Emit(Scalar(entry.Key));
                    Write(emitter, entry.Value);
                }
                emitter.Emit(new MappingEnd());
                break;
        }
    }

    // Line breaks and outer spaces survive only between double quotes; the emitter itself quotes whatever else would read as something else.
    private static Scalar Scalar(string value) => new(AnchorName.Empty, TagName.Empty, value,
        value.Length == 0 || value.Trim() != value || value.Any(char.IsControl) ? ScalarStyle.DoubleQuoted : ScalarStyle.Any, true, true);
}
