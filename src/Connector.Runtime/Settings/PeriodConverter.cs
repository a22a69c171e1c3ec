using System.ComponentModel;
using System.Globalization;

namespace Connector.Runtime.Settings;

/// <summary>Lets the configuration binder read <see cref="Period"/> wherever an option is a <see cref="TimeSpan"/>.</summary>
public sealed class PeriodConverter : TimeSpanConverter
{
    private static readonly Lazy<bool> Registration = new(() =>
    {
        TypeDescriptor.AddAttributes(typeof(TimeSpan), new TypeConverterAttribute(typeof(PeriodConverter)));
        return true;
    });

    /// <summary>Makes the binder of this process use it; may be called often.</summary>
    public static void Register() => _ = Registration.Value;

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? Period.Parse(text) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is TimeSpan period && destinationType == typeof(string) ? Period.Format(period) : base.ConvertTo(context, culture, value, destinationType);
}
