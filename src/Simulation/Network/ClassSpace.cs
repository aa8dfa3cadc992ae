namespace CorridorTwin.Simulation.Network;

/// <summary>What tells trucks apart: every combination of attribute values is one class, numbered in mixed radix, first attribute fastest.</summary>
public sealed class ClassSpace
{
    internal ClassSpace(IReadOnlyList<(string Name, string[] Values)> attributes)
    {
        Attributes = attributes;
        ValueCounts = [.. attributes.Select(a => a.Values.Length)];
        Strides = new int[attributes.Count + 1];
        Strides[0] = 1;
        for (int i = 0; i < attributes.Count; i++) Strides[i + 1] = Strides[i] * attributes[i].Values.Length;
    }

    /// <summary>Attribute names with their values, in the order in which they are drawn.</summary>
    public IReadOnlyList<(string Name, string[] Values)> Attributes { get; }

    /// <summary>Number of classes, at least 1.</summary>
    public int Count => Strides[^1];

    internal int[] Strides { get; }

    internal int[] ValueCounts { get; }

    /// <summary>The class with a number.</summary>
    public TruckClass this[int index] => new(this, index);

    internal int ValueIndex(int classIndex, int attribute) => classIndex / Strides[attribute] % Attributes[attribute].Values.Length;

    internal int AttributeIndex(string name)
    {
        for (int i = 0; i < Attributes.Count; i++)
            if (Attributes[i].Name == name) return i;
        throw new ArgumentException($"There is no attribute '{name}'; there are: {string.Join(", ", Attributes.Select(a => a.Name))}.", nameof(name));
    }
}

/// <summary>A truck's class: one value of every attribute.</summary>
public readonly struct TruckClass
{
    private readonly ClassSpace space;

    internal TruckClass(ClassSpace space, int index)
    {
        this.space = space;
        Index = index;
    }

    /// <summary>Number of the class.</summary>
    public int Index { get; }

    /// <summary>The value of an attribute.</summary>
    /// <exception cref="ArgumentException">No such attribute.</exception>
    public string this[string attribute]
    {
        get
        {
            int i = space.AttributeIndex(attribute);
            return space.Attributes[i].Values[space.ValueIndex(Index, i)];
        }
    }

    /// <summary>Whether an attribute has a value.</summary>
    public bool Is(string attribute, string value) => this[attribute] == value;
}
