using System.Text.Json.Nodes;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>What may stand at a place of an input file. Declared once; checking, merging, help and the JSON Schema follow from it.</summary>
public abstract class Shape
{
    /// <summary>One or two words for the kind of value.</summary>
    public abstract Bilingual Kind { get; }

    /// <summary>Notes what is wrong with a node and collects the figures in it.</summary>
    public abstract void Check(InputNode node, string path, Checking context);

    /// <summary>Name under which a JSON Schema writes this shape once; null to write it in place.</summary>
    public string? SchemaName { get; init; }

    /// <summary>The JSON Schema of this shape; what is inside is written by the pen.</summary>
    protected abstract JsonObject Describe(SchemaPen pen);

    /// <summary>The JSON Schema of this shape, written out.</summary>
    internal JsonObject WriteSchema(SchemaPen pen) => Describe(pen);

    /// <summary>The shapes inside, with the piece of path pattern that leads to each.</summary>
    public virtual IEnumerable<(string Step, Shape Shape, Field? Field)> Inside => [];

    /// <summary>One node laid over another. Values and lists replace; mappings merge key by key.</summary>
    public virtual InputNode Merge(InputNode lower, InputNode upper) => upper;

    /// <summary>Notes a node that is of another kind altogether.</summary>
    protected void WrongKind(InputNode node, string path, Checking context) => context.Problems.Add(
        node, path,
        node switch
        {
            MapNode => new("aquí hay un mapa", "a mapping stands here"),
            ListNode => new("aquí hay una lista", "a list stands here"),
            ScalarNode { Value: "" } => new("aquí no hay nada", "nothing stands here"),
            _ => new("aquí hay un solo valor", "a single value stands here"),
        },
        Kind);
}
